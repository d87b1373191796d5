#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// Time that passes on the wall.
package enum Stopwatch {
    package static func seconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
