using FormatKit.Generators.Model;

namespace FormatKit.Generators.Emission;

internal static partial class FormatEmitter
{
    private static void OpenCondition(SourceWriter writer, FieldModel field, bool isNeeded)
    {
        if (isNeeded && field.Condition is { } condition)
        {
            writer.Open($"if ({condition.On("value")})");
        }
    }

    private static void CloseCondition(SourceWriter writer, FieldModel field, bool isNeeded)
    {
        if (isNeeded && field.Condition is not null)
        {
            writer.Close();
        }
    }

    private static string ConditionInfo(ConditionModel condition)
    {
        var words = condition.Words is null ? string.Empty : $", {Literals.Text(condition.Words)}";
        return $"new({Literals.Text(condition.Member)}, global::FormatKit.ConditionKind.{condition.Kind}, "
            + $"{condition.Value}{words})";
    }
}
