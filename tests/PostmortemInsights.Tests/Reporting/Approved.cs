using System.Runtime.CompilerServices;
using System.Text;

namespace PostmortemInsights.Tests.Reporting;

/// <summary>Files that a person has looked at and approved; a test fails when what is written differs by a byte.</summary>
internal static class Approved
{
    /// <summary>Compares with <c>Approved/{name}</c>. What differs is put beside the test's program, to be looked at and copied over.</summary>
    public static void Matches(string name, byte[] written, [CallerFilePath] string here = "")
    {
        var approved = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "Approved", name));
        if (File.Exists(approved) && File.ReadAllBytes(approved).AsSpan().SequenceEqual(written))
            return;
        var received = Path.Combine(AppContext.BaseDirectory, "received", name);
        Directory.CreateDirectory(Path.GetDirectoryName(received)!);
        File.WriteAllBytes(received, written);
        Assert.Fail($"Approved/{name} differs from what is written now. Look at {received}; if it is right, copy it over.");
    }

    /// <summary>Compares text, as UTF-8.</summary>
    public static void Matches(string name, string written, [CallerFilePath] string here = "") => Matches(name, Encoding.UTF8.GetBytes(written), here);
}
