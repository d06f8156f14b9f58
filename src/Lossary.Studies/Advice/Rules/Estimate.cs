using System.Globalization;

namespace Lossary.Studies;

/// <summary>How a parameter of an objective follows from facts and needs.</summary>
/// <param name="Name">The parameter: <c>delta</c>.</param>
/// <param name="How">The estimate in words: <c>1.345 × noise-scale</c>.</param>
/// <param name="Values">Its value; several for several objectives, none where it cannot be estimated.</param>
internal sealed record Estimate(string Name, string How, Func<AdviceCase, IReadOnlyList<double>> Values)
{
    /// <summary>Digits that an estimate is worth: more would only make command lines long.</summary>
    private const int Digits = 3;

    /// <summary>A parameter that is what it is.</summary>
    public static Estimate Fixed(string name, double value) =>
        new(name, value.ToString(CultureInfo.InvariantCulture), _ => [value]);

    /// <summary>A parameter that follows from the case; none where the function has no answer.</summary>
    public static Estimate From(string name, string how, Func<AdviceCase, double?> value) =>
        new(name, how, at => value(at) is double known ? [FactText.Rounded(known, Digits)] : []);

    /// <summary>So many spreads of the residuals.</summary>
    public static Estimate Noises(string name, double factor) => new(
        name,
        string.Create(CultureInfo.InvariantCulture, $"{factor} × noise-scale"),
        at => at.NoiseScale is double noise ? [FactText.Rounded(factor * noise, Digits + 1)] : []);
}
