using Microsoft.Win32.SafeHandles;

namespace PostmortemInsights.Cli;

/// <summary>Standard output as bytes.</summary>
internal static class StandardOutput
{
    private const int BrokenPipe = 32;

    /// <summary>
    /// Opens it so that a reader that has gone away (<c>pmi parse … | head</c>) is an error instead of being ignored, which would let the
    /// rest of a long run work for nobody. Regular files stay with the console's stream: it shares the offset with standard error.
    /// </summary>
    public static Stream Open()
    {
        if (OperatingSystem.IsWindows() || !Console.IsOutputRedirected)
            return Console.OpenStandardOutput();
        try
        {
            var pipe = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
            return pipe.CanSeek ? Console.OpenStandardOutput() : pipe;
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Console.OpenStandardOutput();
        }
    }

    /// <summary>Whether the reader of a pipe has gone away.</summary>
    public static bool IsClosed(IOException problem) => problem.HResult == BrokenPipe;
}
