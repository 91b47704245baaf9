"""The customers 客户档案: the list of them, and each as a record."""
