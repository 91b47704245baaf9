"""OrderDesk: an order desk whose every special way of ordering is data that the business changes itself."""

__version__ = "0.1.0"
