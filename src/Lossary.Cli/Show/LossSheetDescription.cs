using Lossary.Losses;

namespace Lossary.Cli;

/// <summary>A loss as <c>show --json</c> tells of it. A number that is not finite is null.</summary>
internal sealed record LossSheetDescription
{
    public required string Key { get; init; }

    /// <summary>The key with the parameters that are not at their defaults.</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }

    public required string Use { get; init; }

    /// <summary>When not to train with it; empty where nothing is known.</summary>
    public required string Avoid { get; init; }

    public required string Family { get; init; }

    public required FormulaDescription Formula { get; init; }

    public required IReadOnlyList<string> Tasks { get; init; }

    public required string Target { get; init; }

    public required string Prediction { get; init; }

    public required string Link { get; init; }

    public required IReadOnlyList<string> Properties { get; init; }

    public required TraitsDescription Traits { get; init; }

    public required IReadOnlyList<double> Kinks { get; init; }

    public required IReadOnlyList<ParameterDescription> Parameters { get; init; }

    public required IReadOnlyList<string> Aliases { get; init; }

    public required LossNames Names { get; init; }

    /// <summary>The same loss elsewhere, with these parameters.</summary>
    public required IReadOnlyList<TranslationDescription> Translations { get; init; }

    /// <summary>The keys of the losses to weigh it against, the nearest first.</summary>
    public required IReadOnlyList<string> Neighbours { get; init; }

    /// <summary>What it takes, for losses of several arrays.</summary>
    public required IReadOnlyList<InputDescription> Inputs { get; init; }

    public required string Reference { get; init; }

    public required IReadOnlyList<PointDescription> Points { get; init; }

    public static LossSheetDescription Of(LossEntry entry, ILoss loss)
    {
        LossCard card = loss.Card;
        LossVariable variable = LossVariable.Of(entry);
        return new()
        {
            Key = LossNamed.KeyOf(loss),
            Name = loss.Name,
            Title = card.Title,
            Use = card.Use,
            Avoid = card.Avoid,
            Family = KebabCase.Of(entry.Family.ToString()),
            Formula = new(entry.Formula, FormulaText.Of(entry.Formula), variable.Symbol, variable.Meaning),
            Tasks = LossDescription.TasksOf(card),
            Target = card.Target.ToString(),
            Prediction = card.Prediction.ToString(),
            Link = KebabCase.Of(card.Link.ToString()),
            Properties = PropertyNames.Of(loss.Traits),
            Traits = TraitsDescription.Of(loss.Traits),
            Kinks = loss.Traits.Kinks,
            Parameters = [.. card.Parameters.Select(parameter => ParameterDescription.Of(parameter, loss))],
            Aliases = card.Aliases,
            Names = card.Names,
            Translations = [.. LossTranslator.FromLoss(loss).Select(TranslationDescription.Of)],
            Neighbours = [.. LossNeighbours.Of(entry).Select(neighbour => neighbour.Entry.Card.Key)],
            Inputs = loss is IArrayLoss arrays ? [.. arrays.Inputs.Select(InputDescription.Of)] : [],
            Reference = card.Reference,
            Points = [.. variable.Samples.Select(x => PointDescription.Of(x, LossVariable.At(entry, loss, x)))],
        };
    }
}

/// <summary>A formula, and what its variable is.</summary>
internal sealed record FormulaDescription(string Latex, string Text, string Variable, string Meaning);

/// <summary>The verified claims as numbers; null: infinite, or as often as one likes.</summary>
internal sealed record TraitsDescription(
    bool Convex,
    bool StrictlyConvex,
    double StrongConvexity,
    int? Differentiable,
    double? LipschitzConstant,
    double? SmoothnessConstant,
    bool Bounded,
    bool Redescending,
    bool Symmetric,
    bool Proper,
    bool Calibrated,
    bool NoiseSymmetric,
    string SecondOrder,
    string? Functional)
{
    public static TraitsDescription Of(LossTraits traits) => new(
        traits.IsConvex,
        traits.IsStrictlyConvex,
        traits.StrongConvexity,
        traits.Smoothness == int.MaxValue ? null : traits.Smoothness,
        Numbers.OrNull(traits.LipschitzConstant),
        Numbers.OrNull(traits.SmoothnessConstant),
        traits.IsBounded,
        traits.IsRedescending,
        traits.IsSymmetric,
        traits.IsProper,
        traits.IsCalibrated,
        traits.IsNoiseSymmetric,
        KebabCase.Of(traits.SecondOrder.ToString()),
        traits.Functional == Losses.Functional.Unnamed ? null : KebabCase.Of(traits.Functional.ToString()));
}

/// <summary>A loss at a point of its variable.</summary>
internal sealed record PointDescription(double At, double? Loss, double? Derivative, double? SecondDerivative)
{
    public static PointDescription Of(double x, LossPoint point) =>
        new(x + 0.0, Numbers.OrNull(point.Value), Numbers.OrNull(point.Slope), Numbers.OrNull(point.Curvature));
}

/// <summary>An input of a loss of several arrays.</summary>
internal sealed record InputDescription(
    string Name, string Symbol, string Kind, string Shape, string Meaning, bool Differentiable, bool Optional)
{
    public static InputDescription Of(InputCard card) => new(
        card.Name, card.Symbol, KebabCase.Of(card.Kind.ToString()), card.Shape, card.Meaning, card.IsDifferentiable,
        card.IsOptional);
}
