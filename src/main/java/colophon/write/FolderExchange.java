package colophon.write;

import com.sun.jna.Function;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Set;

/**
 * Exchanges two folders in one step: who opens a file by its path finds all of the one or all of the other. Java has no way to do that;
 * Linux has {@code renameat2}, macOS {@code renamex_np}.
 */
final class FolderExchange {
    private static final int AT_FDCWD = -100;
    private static final int RENAME_EXCHANGE = 2;
    private static final int RENAME_SWAP = 2;
    /** The numbers of errors of a kernel or disk that does not know how: EINVAL, ENOSYS, EOPNOTSUPP, ENOTSUP of macOS. */
    private static final Set<Integer> UNSUPPORTED = Set.of(22, 38, 95, 45);

    private final Path work;

    /** @param work a folder for the library that JNA unpacks: in the one for all programs nothing may be allowed to run */
    FolderExchange(Path work) {
        this.work = work;
    }

    /** Exchanges two folders on one disk; false if this system cannot, and then nothing happened. */
    boolean exchange(Path one, Path other) throws IOException {
        try {
            Function rename = function();
            int result = rename.getName().equals("renamex_np")
                    ? rename.invokeInt(new Object[] {bytes(one), bytes(other), RENAME_SWAP})
                    : rename.invokeInt(new Object[] {AT_FDCWD, bytes(one), AT_FDCWD, bytes(other), RENAME_EXCHANGE});
            int error = result == 0 ? 0 : Native.getLastError();
            if (error != 0 && !UNSUPPORTED.contains(error)) {
                throw new FileSystemException(other.toString(), one.toString(), "error " + error + " of the system");
            }
            return result == 0;
        } catch (LinkageError e) {
            // There is no such library for this system, or it may not be loaded.
            return false;
        }
    }

    /** Loads what is needed, so that {@link #exchange} need not wait for it. */
    void prepare() {
        try {
            function();
        } catch (LinkageError e) {
            // Told by the exchange.
        }
    }

    private Function function() {
        // JNA would run another program to find out where libraries lie; ours is in this process already.
        setIfMissing("jna.platform.library.path", "/lib");
        setIfMissing("jna.tmpdir", work.toString());
        NativeLibrary process = NativeLibrary.getProcess();
        return process.getFunction(Platform.isMac() ? "renamex_np" : "renameat2");
    }

    private static void setIfMissing(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    /** A path as C has it, in the encoding of file names. */
    private static byte[] bytes(Path path) {
        String encoding = System.getProperty("sun.jnu.encoding");
        Charset names = encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
        return (path + "\0").getBytes(names);
    }
}
