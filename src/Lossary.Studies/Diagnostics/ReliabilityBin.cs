namespace Lossary.Studies;

/// <summary>Rows with much the same stated probability, and how often it came true.</summary>
/// <param name="Predicted">The mean of the stated probabilities.</param>
/// <param name="Observed">The share of rows in which it happened.</param>
/// <param name="Low">The lower end of that share's 95 % interval.</param>
/// <param name="High">The upper end of it.</param>
/// <param name="Count">How many rows.</param>
public sealed record ReliabilityBin(double Predicted, double Observed, double Low, double High, int Count);
