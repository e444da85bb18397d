"""The Google Cloud backend: Firestore, Cloud Storage and Pub/Sub."""
