// The exit status is main's value modulo 256.
//! status: 44
int main(void) { return 300; }
