"""One thin module for each library that several wings need."""
