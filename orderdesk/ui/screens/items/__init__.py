"""The items 商品档案: the list of them, and each as a record."""
