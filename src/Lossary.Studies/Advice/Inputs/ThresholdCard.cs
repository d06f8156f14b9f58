namespace Lossary.Studies;

/// <summary>A limit that decides whether a rule of the decision table fires.</summary>
/// <param name="Name">As typed: <c>outlier-share</c> in <c>--threshold outlier-share=0.02</c>.</param>
/// <param name="Default">What it is when nobody says.</param>
/// <param name="Unit">How it is to be read.</param>
/// <param name="Meaning">What it parts, in one clause.</param>
/// <param name="Source">Where the default comes from; "engineering default" where nobody published one.</param>
public sealed record ThresholdCard(string Name, double Default, FactUnit Unit, string Meaning, string Source);
