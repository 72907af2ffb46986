using System.Collections.Immutable;
using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Model;
using Microsoft.CodeAnalysis;

namespace FormatKit.Generators.Parsing;

/// <summary>What a correct declaration leaves unsaid. While something is wrong nobody hears of it.</summary>
internal sealed partial class FormatParser
{
    private static readonly string[] ChecksumWords =
        ["Checksum", "CheckSum", "Crc", "CRC", "Crc16", "CRC16", "Crc32", "CRC32", "Crc32C", "CRC32C", "Adler32"];

    private readonly ImmutableArray<DiagnosticInfo>.Builder _suggestions =
        ImmutableArray.CreateBuilder<DiagnosticInfo>();

    public IReadOnlyList<DiagnosticInfo> Suggestions => _suggestions;

    private void Suggest(FieldContext context, FieldModel field)
    {
        if (field is { Magic: not null } or { Constant: not null } || field.HasValueRule)
        {
            return;
        }

        if (field.Shape is EnumShape { IsFlags: false, Names.Count: > 0 } && context.Find("EnumPolicy") is null)
        {
            Suggest(DiagnosticTable.EnumPolicyUnsaid, context.NameLocation(), context.Name, context.Type.Name);
        }

        if (field.Shape is IntegerShape { IsSigned: false, IsNarrow: false } && field.Role == "Value"
            && context.Find("Checksum") is null
            && ChecksumWords.Any(word => context.Name.EndsWith(word, StringComparison.Ordinal))
            && ChecksumsOf(field.Width) is { } known)
        {
            Suggest(DiagnosticTable.ChecksumUnsaid, context.NameLocation(), context.Name, known);
        }
    }

    private void Suggest(DiagnosticDescriptor descriptor, LocationInfo location, params string[] arguments) =>
        _suggestions.Add(new DiagnosticInfo(descriptor, location, arguments.ToImmutableArray()));

    /// <summary>The checksums of a width that there are, in words.</summary>
    private static string? ChecksumsOf(int width) => width switch
    {
        1 => "[Checksum<TwosComplementByteSum8>]",
        2 => "[Checksum<Crc16<Crc16.Arc>>], [Checksum<InternetChecksum>] or [Checksum<Fletcher16>]",
        4 => "[Checksum<Crc32>], [Checksum<Crc32C>], [Checksum<Adler32>] or [Checksum<OnesComplementByteSum32>]",
        8 => "[Checksum<Fletcher64>]",
        _ => null,
    };
}
