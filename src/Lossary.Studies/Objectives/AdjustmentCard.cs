using Lossary.Losses;

namespace Lossary.Studies;

/// <summary>What is to be said of an adjustment to class counts, whatever its parameter.</summary>
/// <param name="Key">The name typed after the plus sign, in kebab case.</param>
/// <param name="Title">The name as it stands inside a sentence, after the loss's.</param>
/// <param name="Use">One sentence: when to train with it, and what it costs.</param>
/// <param name="Reference">The source.</param>
/// <param name="Parameter">Its one parameter.</param>
public sealed record AdjustmentCard(string Key, string Title, string Use, string Reference, ParameterCard Parameter);
