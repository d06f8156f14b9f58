namespace Lossary.Losses;

/// <summary>A loss at one point.</summary>
/// <param name="Value">L.</param>
/// <param name="Slope">L′; at a kink, a subgradient.</param>
/// <param name="Curvature">L″.</param>
public readonly record struct LossPoint(double Value, double Slope, double Curvature);
