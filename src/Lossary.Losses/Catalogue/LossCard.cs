namespace Lossary.Losses;

/// <summary>
/// What is to be said of a loss, whatever its parameters: the docs, the command line and the page derive from it.
/// </summary>
public sealed record LossCard
{
    /// <summary>The name typed on a command line: the field's term in kebab case.</summary>
    public required string Key { get; init; }

    /// <summary>The name as it stands inside a sentence: squared error, Huber.</summary>
    public required string Title { get; init; }

    /// <summary>One sentence: when to train with it.</summary>
    public required string Use { get; init; }

    /// <summary>
    /// One sentence: when not to train with it, and what to take instead; empty where nothing is known.
    /// </summary>
    public string Avoid { get; init; } = "";

    /// <summary>The source: authors, title, year, DOI or arXiv number.</summary>
    public required string Reference { get; init; }

    /// <summary>
    /// The formula as LaTeX, only for a loss that is written as a graph: others are read off their formula.
    /// </summary>
    public string Latex { get; init; } = "";

    /// <summary>Other keys that are understood: <c>mse</c>, <c>l2</c>.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>What others call it.</summary>
    public LossNames Names { get; init; } = new();

    /// <summary>How others write it, and what then differs; a library may stand here more than once.</summary>
    public IReadOnlyList<Translation> Translations { get; init; } = [];

    /// <summary>What it can be trained for.</summary>
    public LossTask Tasks { get; init; }

    /// <summary>What a target may be. A class number needs no domain: see <see cref="IClassLoss"/>.</summary>
    public Domain Target { get; init; } = Domain.Real;

    /// <summary>What a raw prediction may be.</summary>
    public Domain Prediction { get; init; } = Domain.Real;

    /// <summary>From the raw prediction to the target's scale.</summary>
    public Link Link { get; init; }

    /// <summary>Its hyperparameters, in the constructor's order.</summary>
    public IReadOnlyList<ParameterCard> Parameters { get; init; } = [];

    /// <summary>The hyperparameters' defaults.</summary>
    internal double[] Defaults()
    {
        double[] defaults = new double[Parameters.Count];
        for (int i = 0; i < defaults.Length; i++)
        {
            defaults[i] = Parameters[i].Default;
        }

        return defaults;
    }
}
