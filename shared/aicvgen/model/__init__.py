"""The model seam: typed tasks, and the engines that answer them."""
