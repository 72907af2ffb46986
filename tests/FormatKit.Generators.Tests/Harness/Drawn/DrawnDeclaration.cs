using System.Collections.Immutable;
using System.Globalization;

namespace FormatKit.Generators.Tests.Harness.Drawn;

/// <summary>One member of a drawn declaration; it can be left out, or lose attributes, to find what matters.</summary>
/// <param name="Attributes">What stands in the brackets.</param>
/// <param name="Text">What follows them.</param>
/// <param name="Width">How many bytes it adds to a layout.</param>
internal sealed record DrawnMember(ImmutableArray<string> Attributes, string Text, int Width)
{
    public override string ToString() =>
        (Attributes.IsEmpty ? string.Empty : $"[{string.Join(", ", Attributes)}] ") + Text;
}

/// <summary>A drawn declaration, in a namespace of its own.</summary>
/// <param name="Namespace">The namespace.</param>
/// <param name="Header">Attributes and type, with <c>SIZE</c> where the sum of the widths belongs.</param>
/// <param name="Members">What stands between the braces.</param>
/// <param name="Slip">How many bytes the size is wrong.</param>
/// <param name="Outer">The header of the type around it, if any.</param>
internal sealed record DrawnDeclaration(
    string Namespace, string Header, ImmutableArray<DrawnMember> Members, int Slip, string? Outer)
{
    /// <summary>Declarations a little simpler than this one.</summary>
    public IEnumerable<DrawnDeclaration> Simpler()
    {
        if (Outer is not null)
        {
            yield return this with { Outer = null };
        }

        foreach (var member in Members)
        {
            yield return this with { Members = Members.Remove(member) };
        }

        foreach (var member in Members)
        {
            foreach (var attribute in member.Attributes)
            {
                var rest = member with { Attributes = member.Attributes.Remove(attribute) };
                yield return this with { Members = Members.Replace(member, rest) };
            }
        }
    }

    public override string ToString()
    {
        var size = Members.Sum(member => member.Width) + Slip;
        var header = Header.Replace("SIZE", size.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var members = string.Concat(Members.Select(member => $"    {member}\n"));
        var type = $"{header}\n{{\n{members}}}\n";
        return "#pragma warning disable CS1591 // Nobody documents what is drawn.\n"
            + $"namespace {Namespace};\nusing Shared;\n{(Outer is null ? type : $"{Outer}\n{{\n{type}}}\n")}";
    }
}
