using Lossary.Losses;

namespace Lossary.Studies;

/// <summary>
/// What a rule would train with, if <c>compare</c> could: losses that need more than one table of targets.
/// </summary>
/// <param name="Text">In words: <c>a censored likelihood</c>.</param>
/// <param name="Takes">
/// What a model must put out, and what the loss must be given: <c>a mean and a log variance a row</c>.
/// </param>
/// <param name="Keys">Losses of the catalogue, the first choice first.</param>
internal sealed record Ideal(string Text, string Takes, params IReadOnlyList<string> Keys)
{
    /// <summary>The losses' cards.</summary>
    /// <exception cref="ArgumentException">The catalogue does not hold one.</exception>
    public IReadOnlyList<LossCard> Cards => [.. Keys.Select(key => LossCatalogue.Find(key).Card)];
}
