using System.Globalization;
using System.Text;

namespace FormatKit.Disks;

/// <summary>
/// An image is not what its format says, or not what can be handled. The message is one readable sentence; its parts
/// are there for programs.
/// </summary>
public class ImageException : IOException
{
    /// <summary>An exception about a file as a whole.</summary>
    /// <param name="file">The file as the user named it.</param>
    /// <param name="problem">What is wrong, as a clause without a full stop.</param>
    /// <param name="advice">What can be done, as a sentence without a full stop.</param>
    public ImageException(string file, string problem, string? advice = null)
        : base(Compose(file, null, problem, advice))
    {
        File = file;
        Advice = advice;
    }

    private ImageException(string message, string file, long? offset, string? advice)
        : base(message)
    {
        File = file;
        Offset = offset;
        Advice = advice;
    }

    /// <summary>The file as the user named it.</summary>
    public string File { get; }

    /// <summary>Where in the file the problem is, in bytes.</summary>
    public long? Offset { get; }

    /// <summary>The field or structure that is wrong.</summary>
    public string? Field { get; private init; }

    /// <summary>What was found there.</summary>
    public string? Found { get; private init; }

    /// <summary>What would have been accepted.</summary>
    public string? Expected { get; private init; }

    /// <summary>What can be done about it.</summary>
    public string? Advice { get; }

    /// <summary>An exception about a value in a file.</summary>
    public static ImageException ForValue(
        string file, long offset, string field, string found, string expected, string? advice = null) =>
        new(Compose(file, offset, $"{field} is {found}, expected {expected}", advice), file, offset, advice)
        {
            Field = field,
            Found = found,
            Expected = expected,
        };

    /// <summary>An exception about a broken rule of a declared layout.</summary>
    /// <param name="file">The file as the user named it.</param>
    /// <param name="structure">Where the layout starts in the file.</param>
    /// <param name="violation">The broken rule.</param>
    /// <param name="advice">What can be done, as a sentence without a full stop.</param>
    public static ImageException ForViolation(
        string file, long structure, in Violation violation, string? advice = null) =>
        ForValue(
            file, structure + violation.Offset, $"{violation.Layout.Name}.{violation.Path}",
            violation.FoundText, violation.ExpectedText, advice);

    private static string Compose(string file, long? offset, string problem, string? advice)
    {
        var message = new StringBuilder(file);
        if (offset is { } at)
        {
            message.Append(CultureInfo.InvariantCulture, $", byte {at}");
        }

        message.Append(": ").Append(problem);
        return (advice is null ? message.Append('.') : message.Append("; ").Append(advice).Append('.')).ToString();
    }
}
