using System.Runtime.CompilerServices;

namespace FormatKit.Testing.Snapshots;

/// <summary>
/// Compares a text with the one that was read and approved: <c>Tests.Case.verified.txt</c> beside the test. What
/// differs is written to <c>Tests.Case.received.txt</c>; whoever agrees with it renames it.
/// </summary>
public static class Snapshot
{
    /// <summary>Demands that a text is the approved one, whatever the line ends.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">The name of the case.</param>
    /// <param name="extension">The extension that editors know the text by.</param>
    /// <param name="testFile">The file of the test; left to the compiler.</param>
    /// <exception cref="SnapshotException">The text is another one, or none was approved.</exception>
    public static void Match(
        string text, string name, string extension = "txt", [CallerFilePath] string testFile = "")
    {
        ArgumentNullException.ThrowIfNull(text);
        var stem = Path.Combine(
            Path.GetDirectoryName(testFile)!, $"{Path.GetFileNameWithoutExtension(testFile)}.{name}");
        var (verified, received) = ($"{stem}.verified.{extension}", $"{stem}.received.{extension}");
        var found = Normalise(text);
        var expected = File.Exists(verified) ? Normalise(File.ReadAllText(verified)) : null;
        if (found == expected)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, found);
        throw new SnapshotException(expected is null
            ? $"Nothing is approved as {Path.GetFileName(verified)}; the text is in {Path.GetFileName(received)}."
            : $"{Path.GetFileName(received)} is not what is approved in line {FirstDifference(found, expected)}.");
    }

    private static string Normalise(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n');

    private static int FirstDifference(string found, string expected)
    {
        var (left, right) = (found.Split('\n'), expected.Split('\n'));
        var line = 0;
        while (line < left.Length && line < right.Length && left[line] == right[line])
        {
            line++;
        }

        return line + 1;
    }
}
