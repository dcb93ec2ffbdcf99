using Microsoft.Win32.SafeHandles;

namespace PostmortemInsights.Cli;

/// <summary>Standard output as bytes; where it can't be written, the message names it.</summary>
internal sealed class StandardOutput : Stream
{
    private const int BrokenPipe = 32;

    private readonly Stream inner;

    private StandardOutput(Stream inner) => this.inner = inner;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>
    /// Opens it so that a reader that has gone away (<c>pmi parse … | head</c>) is an error instead of being ignored, which would let the
    /// rest of a long run work for nobody. Regular files stay with the console's stream: it shares the offset with standard error.
    /// </summary>
    public static Stream Open() => OperatingSystem.IsWindows() || !Console.IsOutputRedirected ? Console.OpenStandardOutput() : new StandardOutput(OfTheProcess());

    /// <summary>Whether the reader of a pipe has gone away.</summary>
    public static bool IsClosed(IOException problem) => problem.HResult == BrokenPipe;

    /// <summary>Writes bytes.</summary>
    /// <exception cref="IOException">The disk is full, or standard output is closed.</exception>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            inner.Write(buffer);
        }
        catch (Exception problem) when (problem is UnauthorizedAccessException || (problem is IOException gone && !IsClosed(gone)))
        {
            throw new IOException($"standard output can't be written; send it elsewhere. ({problem.Message})", problem);
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush() => inner.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private static Stream OfTheProcess()
    {
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
}
