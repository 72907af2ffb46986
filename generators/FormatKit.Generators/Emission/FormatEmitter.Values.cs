using FormatKit.Generators.Model;

namespace FormatKit.Generators.Emission;

internal static partial class FormatEmitter
{
    /// <summary>The rules about a field's value, which is extended to 64 bits by its sign.</summary>
    private static void EmitValueRules(SourceWriter writer, TypeModel type, FieldModel field, int index)
    {
        var found = $"unchecked((ulong)value.{field.Property.Identifier})";
        if (field.Range is { } range)
        {
            var (minimum, maximum) = (Literals.Hex(range.Minimum, 8), Literals.Hex(range.Maximum, 8));
            Expect("Range", found, $"/* {range} */ {minimum}, {maximum}");
        }

        if (field.IsPowerOfTwo)
        {
            Expect("PowerOfTwo", found);
        }

        if (field.OneOf.Count > 0)
        {
            Expect("OneOf", found, $"{found} is {string.Join(" or ", field.OneOf)}");
        }

        if (field.Flags is { } flags)
        {
            // The sign of a signed enum is one of its bits, not 33 of them.
            var outside = field.Width < 8 ? ulong.MaxValue << (8 * field.Width) : 0;
            var known = Literals.Hex(flags.Known | outside ?? ulong.MaxValue, 8);
            Expect("Flags", found, $"{Literals.Hex(flags.Required, 8)}, {known}");
        }

        void Expect(string rule, params string[] arguments) => writer.Lines($"""
            broken += global::FormatKit.FieldRules.Expect{rule}<{type.Identifier}, TSink>(
                /* {field.Property.Name} */ {index}, {string.Join(", ", arguments)}, ref sink);
            """);
    }

    /// <summary>What stands in the field table about values, conditions and clauses.</summary>
    private static IEnumerable<string> ValueInfo(FieldModel field)
    {
        if (field.Spec is { } spec)
        {
            yield return $"Spec = {Literals.Text(spec)}";
        }

        if (field.IsPosition && field.Role != "Position")
        {
            yield return "IsPosition = true";
        }

        if (field.LengthField is { } length)
        {
            yield return $"LengthField = {Literals.Text(length)}";
        }

        if (field.Range is { } range)
        {
            yield return $"Minimum = {Literals.Hex(range.Minimum, 8)}";
            yield return $"Maximum = {Literals.Hex(range.Maximum, 8)}";
        }

        if (field.IsPowerOfTwo)
        {
            yield return "IsPowerOfTwo = true";
        }

        if (field.OneOf.Count > 0)
        {
            yield return $"OneOf = new ulong[] {{ {string.Join(", ", field.OneOf)} }}";
        }

        if (field.Flags is { } flags)
        {
            yield return $"RequiredBits = {Literals.Hex(flags.Required, field.Width)}";
            if (flags.Known is { } known)
            {
                yield return $"KnownBits = {Literals.Hex(known, field.Width)}";
            }
        }

        if (field.IsStrict)
        {
            yield return "IsStrict = true";
        }

        if (field.Condition is { } condition)
        {
            yield return $"Condition = {ConditionInfo(condition)}";
            yield return $"Applies = static layout => {condition.On("View(layout)")}";
        }
    }

    /// <summary>A field's rules and when they count, in words for its documentation.</summary>
    private static string RuleWords(FieldModel field)
    {
        var words = new List<string>();
        if ((field.Magic ?? field.Constant) is { } only)
        {
            words.Add(only.Text is { } text
                ? $"always {Literals.Text(text)}"
                : $"always {Literals.Hex(only.Value, field.Width)}");
        }

        if (field.NullValue is { } none)
        {
            words.Add($"{Literals.Hex(none, field.Width)} means none");
        }

        if (field.Range is { } range)
        {
            words.Add(range.ToString());
        }

        if (field.IsPowerOfTwo)
        {
            words.Add("a power of two");
        }

        if (field.OneOf.Count > 0)
        {
            words.Add("one of " + string.Join(", ", field.OneOf));
        }

        if (field.Flags is { Required: not 0 and var required })
        {
            words.Add($"bits {Literals.Hex(required, field.Width)} set");
        }

        if (field.Flags is { Known: { } known })
        {
            words.Add($"no bits but {Literals.Hex(known, field.Width)}");
        }

        if (field.Shape is EnumShape { RejectsUnknown: true })
        {
            words.Add("no value without a name");
        }

        if (field.IsStrict)
        {
            words.Add("which files in the wild may break");
        }

        if (field.Condition is { } condition)
        {
            words.Add($"counts only with {condition.Text}");
        }

        return words.Count == 0 ? string.Empty : "; " + DocText(string.Join(", ", words));
    }
}
