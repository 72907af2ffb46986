using System.Globalization;
using FormatKit.Generators.Model;

namespace FormatKit.Generators.Emission;

internal static partial class FormatEmitter
{
    private static IEnumerable<string> ChecksumInfo(LayoutModel layout, FieldModel field)
    {
        if (field.Checksums.Count > 0)
        {
            yield return SourceLists.Braced(
                "Checksums = new global::FormatKit.ChecksumInfo[]",
                field.Checksums.Select(checksum => ChecksumInfo(layout, checksum)));
        }
    }

    private static string ChecksumInfo(LayoutModel layout, ChecksumModel checksum)
    {
        var create = checksum.Self == "Stored" ? "CreateBalanced" : "Create";
        var lines = new List<string>
        {
            $"Self = global::FormatKit.ChecksumSelf.{checksum.Self}",
            $"Ranges = new global::System.Range[] {{ {string.Join(", ", RangesOf(checksum))} }}",
        };
        if (checksum.Self == "Filled")
        {
            lines.Add($"Fill = {Literals.Hex(checksum.Fill, 1)}");
        }

        if (checksum.Length is { } length)
        {
            lines.Add($"LengthField = {Literals.Text(layout.Fields[length].Property.Name)}");
        }

        if (checksum.External is { } external)
        {
            lines.Add($"External = {Literals.Text(layout.Externals[external])}");
        }

        if (checksum.When is { } when)
        {
            lines.Add($"Condition = new({Literals.Text(layout.Fields[when].Property.Name)}, "
                + $"global::FormatKit.ConditionKind.Equal, {checksum.Is})");
        }

        return SourceLists.Braced(
            $"global::FormatKit.ChecksumInfo.{create}<{checksum.Algorithm}, {checksum.Value}, {checksum.State}>(\n"
            + $"    {Literals.Text(checksum.Name)}) with",
            lines);
    }

    private static IEnumerable<string> RangesOf(ChecksumModel checksum)
    {
        for (var index = 0; index < checksum.Ranges.Count; index += 2)
        {
            yield return $"{checksum.Ranges[index]}..{checksum.Ranges[index + 1]}";
        }
    }

    private static string ChecksumDoc(LayoutModel layout, FieldModel field) =>
        string.Concat(field.Checksums.Select(checksum => "\n" + ChecksumDoc(layout, checksum)));

    /// <summary>What is covered, in words.</summary>
    private static string ChecksumDoc(LayoutModel layout, ChecksumModel checksum)
    {
        var covered = new List<string>();
        if (checksum.Length is { } length)
        {
            covered.Add($"the first <c>{layout.Fields[length].Property.Name}</c> bytes");
        }
        else if (checksum.IsWhole)
        {
            covered.Add("all bytes");
        }
        else
        {
            covered.AddRange(RangesOf(checksum).Select(range => $"the bytes {range}"));
        }

        if (checksum.External is { } external)
        {
            covered.Add($"<c>{layout.Externals[external]}</c>, which is outside");
        }

        var own = checksum.Pieces.Where((_, index) => index % 2 == 0).Any(start => start < 0)
            ? checksum.Self switch
            {
                "Zero" => "; the field itself counts as zeros",
                "Filled" => $"; the field itself counts as bytes {Literals.Hex(checksum.Fill, 1)}",
                _ => "; the field itself counts as it stands, so that the residue comes out",
            }
            : checksum is { Self: "Excluded", External: null } ? "; the field itself is left out" : string.Empty;
        var when = checksum.When is { } chooser
            ? $" when <c>{layout.Fields[chooser].Property.Name}</c> is "
                + $"{checksum.Is.ToString(CultureInfo.InvariantCulture)}"
            : string.Empty;
        return $"{System.Security.SecurityElement.Escape(checksum.Name)} of {string.Join(", then ", covered)}"
            + $"{own}{when}.";
    }
}
