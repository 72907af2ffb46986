using System.Globalization;

namespace FormatKit;

/// <summary>
/// Takes the bytes of a structure apart by the field table of its layout: every field with its place, bytes, value in
/// words and meaning, and whether its rules hold. Any bytes will do, whole, damaged or cut off: it never throws for
/// them.
/// </summary>
public static partial class Dissector
{
    /// <summary>Dissects a structure.</summary>
    /// <param name="layout">Its layout.</param>
    /// <param name="bytes">Its bytes. More than the layout has are left out; where there are fewer, the fields in
    /// what is there are shown and checked all the same.</param>
    public static Dissection Dissect(LayoutInfo layout, ReadOnlySpan<byte> bytes)
    {
        ArgumentNullException.ThrowIfNull(layout);
        var available = Math.Min(layout.Size, bytes.Length);
        var whole = new byte[layout.Size];
        bytes[..available].CopyTo(whole);
        var walk = new FieldWalk(whole, available, ViolationsIn(layout, whole, available));
        walk.Add(layout, "", 0);
        return new Dissection(layout, available, walk.Fields);
    }

    /// <summary>
    /// The broken rules of the fields that are there. A sum over bytes that are missing says nothing, so where a
    /// structure is cut off its checksums are not judged.
    /// </summary>
    private static ViolationList ViolationsIn(LayoutInfo layout, byte[] whole, int available)
    {
        var all = new ViolationList();
        layout.Validate(whole, all);
        if (available == layout.Size)
        {
            return all;
        }

        var judged = new ViolationList();
        foreach (var violation in all)
        {
            if (violation.Kind != ViolationKind.Checksum && violation.Offset + violation.Field.Width <= available)
            {
                judged.Add(violation);
            }
        }

        return judged;
    }

    private sealed class FieldWalk(byte[] whole, int available, ViolationList violations)
    {
        private const string Missing = "missing";

        private OverlayInfo? _overlay;
        private int _depth;

        public List<DissectedField> Fields { get; } = [];

        public void Add(LayoutInfo layout, string prefix, int start)
        {
            foreach (var field in layout.Fields)
            {
                Add(layout, field, prefix + field.Name, start);
            }
        }

        private void Add(LayoutInfo layout, FieldInfo field, string path, int start)
        {
            var at = start + field.Offset;
            switch (field)
            {
                case { Nested: not null } when !Counts(layout, field, start):
                    AddRow(path, at, field.Width, DoesNotCount(field), field);
                    break;
                case { Nested: { } nested, Count: { } count }:
                    AddElements(field, nested, count, path, at);
                    break;
                case { Nested: { } nested } when at >= available || !nested.HasWords:
                    AddNested(field, nested, path, at);
                    break;
                case { Nested: { } nested }:
                    AddRow(path, at, field.Width, Words(layout, field, start), field);
                    AddNested(field, nested, path, at);
                    break;
                default:
                    AddRow(path, at, field.Width, Words(layout, field, start), field);
                    AddBits(field, path, start);
                    AddOverlay(layout, field, path, start);
                    break;
            }
        }

        private void AddBits(FieldInfo field, string path, int start)
        {
            var at = start + field.Offset;
            if (at + field.Width > available || field.ReadInteger(whole.AsSpan(start)) is not { } all)
            {
                return;
            }

            foreach (var bits in field.Bits)
            {
                var name = path[..^field.Name.Length] + bits.Name;
                Fields.Add(new DissectedField(
                    name, at, field.Width, whole.AsMemory(at, field.Width),
                    bits.Describe(bits.Of(all)), bits.Doc, [], field)
                {
                    Bits = bits,
                    Overlay = _overlay,
                    Depth = _depth + 1,
                });
            }
        }

        /// <summary>The fields of what the bytes are now. Where the tag is cut off, nothing tells what that is.
        /// </summary>
        private void AddOverlay(LayoutInfo layout, FieldInfo field, string path, int start)
        {
            var active = field.Overlays.FirstOrDefault(overlay =>
                start + Math.Max(field.Offset + 1, layout.HolderOf(overlay.Tag).End) <= available
                && overlay.Applies(whole.AsSpan(start, layout.Size)));
            if (active is null)
            {
                return;
            }

            var outer = _overlay;
            (_overlay, _depth) = (active, _depth + 1);
            Add(active.Layout, $"{path[..^field.Name.Length]}{active.Name}.", start + field.Offset);
            (_overlay, _depth) = (outer, _depth - 1);
        }

        private void AddNested(FieldInfo field, LayoutInfo nested, string path, int at)
        {
            if (at >= available)
            {
                AddRow(path, at, field.Width, Missing, field);
                return;
            }

            Add(nested, path + ".", at);
        }

        /// <summary>Elements that are all zero say little, and so do missing ones: neighbours are one line.</summary>
        private void AddElements(FieldInfo field, LayoutInfo nested, int count, string path, int at)
        {
            for (var index = 0; index < count;)
            {
                var element = at + (index * nested.Size);
                if (element >= available)
                {
                    AddRun(field, nested, path, index, count, at, Missing);
                    return;
                }

                var run = index;
                while (run < count && IsZero(at + (run * nested.Size), nested.Size))
                {
                    run++;
                }

                if (run > index)
                {
                    AddRun(field, nested, path, index, run, at, FieldWords.AllZero);
                    index = run;
                    continue;
                }

                Add(nested, string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]."), element);
                index++;
            }
        }

        private void AddRun(FieldInfo field, LayoutInfo nested, string path, int first, int end, int at, string value)
        {
            var range = end - first == 1
                ? string.Create(CultureInfo.InvariantCulture, $"{path}[{first}]")
                : string.Create(CultureInfo.InvariantCulture, $"{path}[{first}..{end - 1}]");
            AddRow(range, at + (first * nested.Size), (end - first) * nested.Size, value, field);
        }

        private bool IsZero(int at, int length) =>
            at + length <= available && !whole.AsSpan(at, length).ContainsAnyExcept((byte)0);

        private string Words(LayoutInfo layout, FieldInfo field, int start)
        {
            var at = start + field.Offset;
            return at >= available ? Missing
                : at + field.Width > available
                    ? string.Create(CultureInfo.InvariantCulture, $"cut off after {available - at} bytes")
                : Counts(layout, field, start) ? FieldWords.Of(field, whole.AsSpan(start, layout.Size))
                : $"{FieldWords.Of(field, whole.AsSpan(start, layout.Size))}; {DoesNotCount(field)}";
        }

        /// <summary>Whether a field means something; where what decides may be missing, it is taken to.</summary>
        private bool Counts(LayoutInfo layout, FieldInfo field, int start) =>
            start + layout.Size > available || field.Applies?.Invoke(whole.AsSpan(start, layout.Size)) != false;

        private static string DoesNotCount(FieldInfo field) => $"does not count, only with {field.Condition}";

        private void AddRow(string path, int at, int width, string value, FieldInfo field)
        {
            var there = Math.Clamp(available - at, 0, width);
            var broken = new List<Violation>();
            foreach (var violation in violations)
            {
                if (ReferenceEquals(violation.Field, field) ? violation.Offset == at
                    : field.Count is not null && violation.Offset >= at && violation.Offset < at + width)
                {
                    broken.Add(violation);
                }
            }

            Fields.Add(new DissectedField(
                path, at, width, whole.AsMemory(Math.Min(at, whole.Length), there), value, field.Doc, broken, field)
            {
                Overlay = _overlay,
                Depth = _depth,
            });
        }
    }
}
