import Foundation
import Testing

/// `plumb eval` without an expression: lines from a pipe, and lines typed on a terminal.
struct EvalTests {
    @Test("lines from a pipe")
    func lines() throws {
        let scratch = try Scratch()
        let outcome = try Plumb.shell(
            #"printf '1 + 1\n\nx + [3]\n"a" +\nsize("abc")\n' | "$PLUMB" eval --bind 'x=[1, 2]'"#, in: scratch)
        #expect(outcome.outputText == "2\n[1, 2, 3]\n3\n")
        #expect(outcome.complaintText.contains("<expression>:1:5: error: a value is missing after `+`"))
        #expect(outcome.code == 2)
    }

    @Test("no lines at all")
    func nothing() throws {
        let outcome = try Plumb.shell(#""$PLUMB" eval < /dev/null"#, in: try Scratch())
        #expect(outcome.outputText == "" && outcome.complaintText == "" && outcome.code == 0)
    }

    @Test("lines that are not UTF-8, hold NUL, or are a megabyte long end in an error or a value")
    func oddLines() throws {
        let scratch = try Scratch()
        let outcome = try Plumb.shell(
            #"(printf '"\xff"\n"a\0b"\n'; head -c 2000000 /dev/zero | tr '\0' 'a'; printf '\n7\n') | "$PLUMB" eval"#,
            in: scratch)
        #expect(outcome.code == 2)
        #expect(outcome.outputText.hasSuffix("7\n"))
    }

    @Test("a terminal has a prompt, editing and a history")
    func terminal() throws {
        // The keys: a sum; a typo mended with backspace; arrow up twice for the sum again; the end.
        let script = """
            import os, pty, select, sys, time
            pid, fd = pty.fork()
            if pid == 0:
                os.environ["TERM"] = "xterm"
                os.execv(os.environ["PLUMB"], ["plumb", "eval"])
            out = b""
            def drain(until):
                global out
                end = time.time() + 20
                while time.time() < end and out.count(b"cel> ") < until:
                    if select.select([fd], [], [], 0.1)[0]:
                        try: out += os.read(fd, 4096)
                        except OSError: return
            drain(1)
            for keys in [b"40 + 2\\r", b"size('abx\\x7fcd')\\r", b"\\x1b[A\\x1b[A\\r", b"\\x04"]:
                os.write(fd, keys)
                time.sleep(1)
                drain(0)
                while select.select([fd], [], [], 0.2)[0]:
                    try: out += os.read(fd, 4096)
                    except OSError: break
            sys.stdout.write("|".join(line for line in out.decode().replace("\\r", "\\n").split("\\n") if line and "cel>" not in line))
            """
        let scratch = try Scratch()
        try script.write(to: scratch.url.appendingPathComponent("keys.py"), atomically: true, encoding: .utf8)
        let outcome = try Plumb.shell("python3 keys.py", in: scratch)
        #expect(outcome.outputText == "42|4|42")
    }
}
