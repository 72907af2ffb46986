using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Model;

namespace FormatKit.Generators.Parsing;

internal sealed partial class FormatParser
{
    private FieldModel ParseMagic(FieldContext context, FieldModel field)
    {
        if (context.Find("Magic") is not { } magic)
        {
            return field;
        }

        if (field.Width > 8)
        {
            Report(
                DiagnosticTable.DirectiveDoesNotApply, magic.Location(),
                "Magic", context.Name, "fields of at most 8 bytes");
            return field;
        }

        var value = magic.TryGetText(0, out var text)
            ? ParseMagicText(context, field, magic, text)
            : ParseMagicNumber(context, field, magic);
        return value is null ? field : field with { Role = "Magic", Magic = value };
    }

    private FixedModel? ParseMagicNumber(FieldContext context, FieldModel field, Annotation magic)
    {
        if (field.Shape is not IntegerShape)
        {
            Report(
                DiagnosticTable.DirectiveDoesNotApply, magic.Location(),
                "Magic", context.Name, "unsigned integers when it is a number; write the text instead");
            return null;
        }

        return ParseValue(context, field, magic, "magic") is { } value ? new FixedModel(value, null) : null;
    }

    private FixedModel? ParseMagicText(FieldContext context, FieldModel field, Annotation magic, string text)
    {
        if (text.Length != field.Width)
        {
            Report(
                DiagnosticTable.MagicTextLength, magic.ArgumentLocation(0),
                context.Name, Text(text.Length), Text(field.Width));
            return null;
        }

        var value = 0UL;
        foreach (var character in text)
        {
            if (character > 127)
            {
                var code = ((int)character).ToString("X4", System.Globalization.CultureInfo.InvariantCulture);
                Report(DiagnosticTable.MagicTextNotAscii, magic.ArgumentLocation(0), context.Name, code);
                return null;
            }

            value = (value << 8) | character;
        }

        return new FixedModel(value, text);
    }
}
