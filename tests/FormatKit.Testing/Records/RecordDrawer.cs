using System.Runtime.InteropServices;

namespace FormatKit.Testing;

/// <summary>
/// Makes the bytes of a record by the table alone: legal values, counts and lengths as they must be, checksums summed.
/// Rules that the table does not have are left to those who ask: they try again.
/// </summary>
internal sealed class RecordDrawer
{
    private const int Deep = 4;
    private const int Attempts = 200;

    private readonly Choices _choices;
    private readonly List<byte> _bytes = [];

    private RecordDrawer(Choices choices) => _choices = choices;

    /// <summary>A record that its codec takes; the same for a seed, and the simplest for 0.</summary>
    /// <exception cref="InvalidOperationException">None was found.</exception>
    public static RecordCase DrawValid(RecordInfo info, int seed)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var choices = seed == 0 && attempt == 0 ? [] : Choices.Draw(unchecked(seed + (attempt * 7919)));
            if (TryDraw(info, choices) is { } found)
            {
                return found with { Salt = seed };
            }
        }

        var last = Draw(info, new Choices(Choices.Draw(seed)));
        throw new InvalidOperationException(
            $"{Attempts} records of {info.Name} were drawn, and none is valid; the last one: "
            + string.Join("; ", info.Parse(last).Violations));
    }

    /// <summary>A record from such decisions, if it is valid.</summary>
    public static RecordCase? TryDraw(RecordInfo info, int[] choices)
    {
        var source = new Choices(choices);
        var bytes = Draw(info, source);
        var parse = info.Parse(bytes);
        return parse.IsValid && parse.Consumed == bytes.Length
            ? new RecordCase(bytes, choices[..source.Used], 0)
            : null;
    }

    private static byte[] Draw(RecordInfo info, Choices choices)
    {
        var drawer = new RecordDrawer(choices);
        drawer.Record(info, depth: 0, until: null);
        return [.. drawer._bytes];
    }

    private void Record(RecordInfo info, int depth, FieldCondition? until)
    {
        var node = new RecordNode(info, "", _bytes.Count);
        foreach (var field in info.Fields.Where(field => field.Kind != RecordFieldKind.Tag))
        {
            if (field.Condition is { } condition && !RecordDecoder.Holds(node.Numbers[condition.Member], condition))
            {
                Patch(node, field, 0);
                node.Gaps[field.Name] = _bytes.Count;
                continue;
            }

            Align(node.Start, field.Align);
            var start = _bytes.Count;
            if (field is { Kind: RecordFieldKind.Value, Value: { } value })
            {
                Value(node, field, value, until?.Member == field.Name ? until.Value : null, depth);
            }
            else
            {
                Varying(node, field, depth);
            }

            node.Places[field.Name] = (start, _bytes.Count);
        }

        Align(node.Start, info.Align);
        node.End = _bytes.Count;
        foreach (var field in info.Fields.Where(field => node.Places.ContainsKey(field.Name)))
        {
            if (field is { Checksum: { } checksum, Value: { } value })
            {
                Write(
                    value, node.Places[field.Name].Start, RecordChecksums.Of([.. _bytes], node, field.Name, checksum));
            }
        }
    }

    private void Value(RecordNode node, RecordFieldInfo field, FieldInfo value, ulong? wanted, int depth)
    {
        var start = _bytes.Count;
        var bytes = new byte[value.Width];
        if (field.TagOf is { } variant)
        {
            RecordValues.Write(value, bytes, wanted ?? Tag(node.Info.Find(variant)!.Variants!, depth));
        }
        else if (wanted is { } known)
        {
            RecordValues.Write(value, bytes, known);
        }
        else if (field.CountOf is null && field.LengthOf is null && field.Checksum is null)
        {
            RecordValues.Draw(value, bytes, _choices);
        }

        _bytes.AddRange(bytes);
        if (value.Width <= 8)
        {
            node.Numbers[field.Name] = RecordDecoder.Number(value, bytes);
        }

        node.Places[field.Name] = (start, _bytes.Count);
    }

    /// <summary>The tag of a variant; deep within others the one that needs the fewest bytes.</summary>
    private ulong Tag(VariantsInfo variants, int depth)
    {
        if (depth >= Deep)
        {
            return variants.Variants.MinBy(variant => variant.Record.MinimumSize)!.Tag;
        }

        var pick = _choices.Next(variants.Variants.Count + (variants.Other is null ? 0 : 1));
        if (pick < variants.Variants.Count)
        {
            return variants.Variants[pick].Tag;
        }

        var mask = Landmarks.MaskOf(variants.Tag);
        var tag = (ulong)_choices.NextSeed() & mask;
        while (variants.Variants.Any(variant => variant.Tag == tag))
        {
            tag = (tag + 1) & mask;
        }

        return tag;
    }

    private void Varying(RecordNode node, RecordFieldInfo field, int depth)
    {
        var extent = field.Extent;
        var prefix = _bytes.Count;
        _bytes.AddRange(new byte[extent.PrefixWidth]);
        var start = _bytes.Count;
        var count = Content(node, field, depth);
        var number = (ulong)((extent.InBytes ? _bytes.Count - start : count) + extent.Plus);
        if (extent.Kind == RecordExtentKind.Prefix)
        {
            RecordValues.WriteNumber(
                CollectionsMarshal.AsSpan(_bytes).Slice(prefix, extent.PrefixWidth),
                extent.PrefixOrder, number);
        }

        Patch(node, field, number - (ulong)extent.Plus);
        if (extent.Kind == RecordExtentKind.Terminator)
        {
            _bytes.AddRange(new byte[RecordTexts.WidthOf(field.Encoding)]);
        }
    }

    /// <summary>Writes what the field holds.</summary>
    /// <returns>How many elements it has.</returns>
    private int Content(RecordNode node, RecordFieldInfo field, int depth)
    {
        var extent = field.Extent;
        var most = depth >= Deep ? 0 : Most(node, field);
        var count = extent.Kind == RecordExtentKind.Fixed ? extent.Count
            : field.Kind is RecordFieldKind.Record or RecordFieldKind.Variant ? 1
            : _choices.NextCount(most);
        switch (field.Kind)
        {
            case RecordFieldKind.Bytes:
                _bytes.AddRange(RecordValues.Bytes(count, field.Reserved, _choices));
                break;
            case RecordFieldKind.Text:
                _bytes.AddRange(RecordValues.Text(count, most, field.Encoding, _choices));
                break;
            case RecordFieldKind.Values:
                for (var index = 0; index < count; index++)
                {
                    var bytes = new byte[field.Value!.Width];
                    RecordValues.Draw(field.Value, bytes, _choices);
                    _bytes.AddRange(bytes);
                }

                break;
            case RecordFieldKind.Record:
                Record(field.Record!, depth + 1, until: null);
                break;
            case RecordFieldKind.Variant:
                Record(field.Variants!.Find(node.Numbers[field.TaggedBy!])!, depth + 1, until: null);
                break;
            default:
                for (var index = 0; index < count; index++)
                {
                    Record(field.Record!, depth + 1, until: null);
                }

                if (extent.Until is { } until)
                {
                    Record(field.Record!, depth + 1, until);
                }

                break;
        }

        return count;
    }

    /// <summary>The most elements, or bytes, that limits and the number before them allow.</summary>
    private static int Most(RecordNode node, RecordFieldInfo field)
    {
        var extent = field.Extent;
        var width = extent.Kind switch
        {
            RecordExtentKind.Prefix => extent.PrefixWidth,
            RecordExtentKind.Field => node.Info.Find(extent.Field!)!.Value!.Width,
            _ => 4,
        };
        var most = Math.Min(width >= 4 ? int.MaxValue : (1 << (8 * width)) - 1 - extent.Plus, extent.Max);
        return Math.Max(0, extent.Until is null ? most : Math.Min(most, extent.UntilMax) - 1);
    }

    private void Patch(RecordNode node, RecordFieldInfo field, ulong number)
    {
        if (field.Extent is { Kind: RecordExtentKind.Field, Field: { } counter })
        {
            number += (ulong)field.Extent.Plus;
            node.Numbers[counter] = number;
            Write(node.Info.Find(counter)!.Value!, node.Places[counter].Start, number);
        }
    }

    private void Write(FieldInfo value, int at, ulong number) => RecordValues.Write(
        value, CollectionsMarshal.AsSpan(_bytes).Slice(at, value.Width), number);

    private void Align(int start, int alignment) =>
        _bytes.AddRange(new byte[(start - _bytes.Count) & (alignment - 1)]);
}
