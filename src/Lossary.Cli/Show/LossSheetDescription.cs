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

    /// <summary>Null for losses of several arrays: each of their inputs says what its numbers are.</summary>
    public required string? Target { get; init; }

    /// <inheritdoc cref="Target"/>
    public required string? Prediction { get; init; }

    public required string Link { get; init; }

    /// <summary>From the raw prediction z to the target's scale; null where only the order counts.</summary>
    public required string? InverseLink { get; init; }

    /// <summary>The best constant prediction on the target's scale; null where it has no name.</summary>
    public required string? OptimalConstant { get; init; }

    public required AggregationDescription Aggregation { get; init; }

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

    /// <summary>Of value and gradient, measured here on one thread; null unless <c>--time</c> asks for it.</summary>
    public double? NanosecondsPerRow { get; init; }

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
            Target = loss is IArrayLoss ? null : card.Target.ToString(),
            Prediction = loss is IArrayLoss ? null : card.Prediction.ToString(),
            Link = KebabCase.Of(card.Link.ToString()),
            InverseLink = InverseOf(card.Link),
            OptimalConstant = ConstantOf(loss.Traits),
            Aggregation = AggregationDescription.Of(loss),
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

    private static string? InverseOf(Link link) => link switch
    {
        Losses.Link.Identity => "z",
        Losses.Link.Log => "exp(z)",
        Losses.Link.Logit => "1 / (1 + exp(-z))",
        Losses.Link.Softmax => "softmax(z)",
        _ => null,
    };

    private static string? ConstantOf(LossTraits traits) =>
        traits.Functional != Functional.Unnamed ? KebabCase.Of(traits.Functional.ToString())
        : traits.IsProper ? "the true distribution"
        : null;
}

/// <summary>How values of rows become one number. Every loss takes a weight and a mask for each row.</summary>
/// <param name="Weights">Whether rows may have weights.</param>
/// <param name="Mask">Whether rows may be left out.</param>
/// <param name="ClassWeights">Whether classes may have weights as well.</param>
/// <param name="IgnoredClass">The target that means "leave this row out", as long as no other is named.</param>
/// <param name="Mergeable">Whether sums and denominators of two batches add to those of both together.</param>
/// <param name="Empty">The mean, and every gradient, where nothing counts.</param>
internal sealed record AggregationDescription(
    bool Weights, bool Mask, bool ClassWeights, int? IgnoredClass, bool Mergeable, double Empty)
{
    public static AggregationDescription Of(ILoss loss) => new(
        Weights: true,
        Mask: true,
        ClassWeights: loss is IClassLoss,
        IgnoredClass: loss is IClassLoss ? new ClassBatch<float> { Scores = [], Classes = 1 }.IgnoredClass : null,
        Mergeable: !loss.Traits.IsCoupled,
        Empty: default(Totals).Mean);
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
    bool Coupled,
    string SecondOrder,
    string? Functional,
    double? Level)
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
        traits.IsCoupled,
        KebabCase.Of(traits.SecondOrder.ToString()),
        traits.Functional == Losses.Functional.Unnamed ? null : KebabCase.Of(traits.Functional.ToString()),
        traits.Functional is Losses.Functional.Quantile or Losses.Functional.Expectile ? traits.Level : null);
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
