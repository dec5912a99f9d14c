// An exception that leaves a std::thread's function terminates the process.
//! status: -6
//! stderr: terminate called after throwing an instance of 'int'
#include <thread>

int main() {
    std::thread thread([] { throw 3; });
    thread.join();
}
