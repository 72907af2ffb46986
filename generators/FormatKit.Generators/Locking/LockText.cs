using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace FormatKit.Generators.Locking;

/// <summary>
/// The text of a lock: lines of columns that a person reads in a review, the same on each machine. What stands behind
/// <c>#</c> at the start of a line says nothing.
/// </summary>
internal static class LockText
{
    private static readonly Regex HeadingLine = new(@"^(layout \S+|record \S+|variants \S+), (.+)$");
    private static readonly Regex FieldLine = new(@"^\s*(\S+)\s+(\S+)\s+(\S+)\s+(\S.*)$");

    public static string Write(LockedType type)
    {
        var text = new StringBuilder()
            .Append("# The bytes of a published format. A declaration with others does not compile; to change them\n")
            .Append("# on purpose: dotnet build -t:UpdateLayoutLocks\n")
            .Append(type.Heading).Append(", ").Append(type.Extent).Append('\n')
            .Append('\n')
            .Append(type.Heading.StartsWith("layout ", StringComparison.Ordinal)
                ? "# offset  width  name and kind\n"
                : "#  place  width  name and kind\n");
        var column = type.Fields.Select(field => field.Name.Length).DefaultIfEmpty(0).Max();
        foreach (var field in type.Fields)
        {
            text.Append(field.Place.PadLeft(8)).Append(' ').Append(field.Width.PadLeft(6)).Append("  ")
                .Append(field.Name.PadRight(column)).Append("  ").Append(field.Kind).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Reads a lock.</summary>
    /// <param name="text">The text.</param>
    /// <param name="badLine">The index of the first line that says nothing, or -1.</param>
    /// <returns>What it says; null where it says nothing yet, or a line is bad.</returns>
    public static LockedType? Read(string text, out int badLine)
    {
        badLine = -1;
        Match? heading = null;
        var fields = ImmutableArray.CreateBuilder<LockedField>();
        var lines = text.Split('\n');
        for (var index = 0; index < lines.Length; index++)
        {
            var line = lines[index].TrimEnd();
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var match = (heading is null ? HeadingLine : FieldLine).Match(line);
            if (!match.Success)
            {
                badLine = index;
                return null;
            }

            if (heading is null)
            {
                heading = match;
            }
            else
            {
                var groups = match.Groups;
                fields.Add(new LockedField(groups[1].Value, groups[2].Value, groups[3].Value, groups[4].Value));
            }
        }

        return heading is null
            ? null
            : new LockedType(heading.Groups[1].Value, heading.Groups[2].Value, fields.ToImmutable());
    }
}
