using System.Collections.Concurrent;

namespace Lossary.Cli;

/// <summary>A library whose losses are translated, and what holds for all of its losses.</summary>
/// <param name="Key">As <c>--to</c> takes it.</param>
/// <param name="Title">As it is written.</param>
/// <param name="Root">What its calls begin with.</param>
/// <param name="Reduction">What it makes of the losses of the samples when nobody says.</param>
/// <param name="Order">In which order a loss takes what it compares.</param>
internal sealed partial record PeerLibrary(string Key, string Title, string Root, string Reduction, string Order)
{
    private const string Trees = "sums of both derivatives in each leaf";

    public static IReadOnlyList<PeerLibrary> All { get; } =
    [
        new("pytorch", "PyTorch", "torch", "mean over all elements", "input, target")
        {
            Roots = ["nn", "F", "functional"],
        },
        new("keras", "Keras", "keras", "mean over the last axis, then over the batch", "y_true, y_pred")
        {
            Roots = ["tf", "tensorflow", "keras_core"],
        },
        new("optax", "optax", "optax", "none: a value for each element", "predictions, targets"),
        new("scikit-learn", "scikit-learn", "sklearn", "mean over the samples", "y_true, y_pred"),
        new("xgboost", "XGBoost", "xgboost", Trees, "labels, raw scores") { Roots = ["xgb"] },
        new("lightgbm", "LightGBM", "lightgbm", Trees, "labels, raw scores") { Roots = ["lgb"] },
        new("catboost", "CatBoost", "catboost", Trees, "labels, raw scores"),
    ];

    private static readonly ConcurrentDictionary<string, PeerLibrary> s_others = new(StringComparer.Ordinal);

    /// <summary>What else its calls begin with in programs.</summary>
    public IReadOnlyList<string> Roots { get; init; } = [];

    /// <summary>The library of a call's first word; null where it tells nothing.</summary>
    public static PeerLibrary? OfRoot(string? root) =>
        All.Concat(s_further).FirstOrDefault(library => library.Root == root || library.Roots.Contains(root))
        ?? (root is null ? null : s_others.GetValueOrDefault(root));

    /// <summary>A library that a card names beyond all of those.</summary>
    public static PeerLibrary Other(string root) => s_others.GetOrAdd(
        root, static name => new(name.Replace('_', '-'), name, name, "its own, as its notes say", "its own order"));

    /// <exception cref="UsageException">There is no such library.</exception>
    public static PeerLibrary Find(string name)
    {
        PeerLibrary[] known = [.. All.Concat(CallTemplate.All.Select(template => template.Library)).Distinct()];
        return known.FirstOrDefault(
            library =>
                PeerCall.Fold(library.Key) == PeerCall.Fold(name) || library.Root == name
                || library.Roots.Contains(name))
            ?? throw new UsageException(
                $"There is no library '{name}'; there are {string.Join(", ", known.Select(library => library.Key))}.");
    }
}
