using FormatKit.Generators.Model;
using Microsoft.CodeAnalysis;

namespace FormatKit.Generators;

/// <summary>What generators add to a compilation: a file for each model.</summary>
internal static class SourceOutputs
{
    /// <summary>
    /// Emits a file for each declaration that has a model of a kind. Diagnostics know places, which move with every
    /// line above them; models do not, and stay cached.
    /// </summary>
    /// <param name="context">Takes the files.</param>
    /// <param name="parsed">The declarations.</param>
    /// <param name="step">The name of the step whose values are the models.</param>
    /// <param name="model">Finds the model of a declaration.</param>
    /// <param name="type">The type that the file is named after.</param>
    /// <param name="emit">Prints a model.</param>
    public static void Emit<TParsed, TModel>(
        this IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<TParsed?> parsed,
        string step,
        Func<TParsed, TModel?> model,
        Func<TModel, TypeModel> type,
        Func<TModel, string> emit)
        where TParsed : class
        where TModel : class
    {
        var models = parsed
            .Select((declaration, _) => declaration is null ? null : model(declaration))
            .Where(static found => found is not null)
            .WithTrackingName(step);
        context.RegisterSourceOutput(models, (output, found) => output.AddSource(type(found!).HintName, emit(found!)));
    }
}
