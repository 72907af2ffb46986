using System.Collections.Immutable;
using FormatKit.Generators.Diagnostics;
using FormatKit.Generators.Model;
using Microsoft.CodeAnalysis;

namespace FormatKit.Generators.Parsing;

internal sealed partial class FormatParser
{
    private FieldModel ParseOneOf(FieldContext context, FieldModel field)
    {
        if (context.Find("OneOf") is not { } directive)
        {
            return field;
        }

        if (directive.Argument(0) is not { Kind: TypedConstantKind.Array } list
            || (!list.IsNull && list.Values.Any(value => value.Value is not ulong)))
        {
            _isUnfinished = true;
            return field;
        }

        ImmutableArray<ulong> values = list.IsNull ? [] : [.. list.Values.Select(value => (ulong)value.Value!)];
        if (values.IsEmpty)
        {
            Report(
                DiagnosticTable.NoLegalValue, directive.Location(), context.Name,
                "[OneOf] names none; write the legal values");
            return field;
        }

        var greatest = (ulong)Limits(context, field).Greatest;
        for (var index = 0; index < values.Length; index++)
        {
            if (values[index] > greatest)
            {
                Report(
                    DiagnosticTable.ValueDoesNotFit, directive.ArgumentLocation(index),
                    "value", $"0x{values[index]:X}", context.Name, $"0x{greatest:X}");
                return field;
            }
        }

        return field with { OneOf = values.Distinct().ToImmutableArray() };
    }
}
