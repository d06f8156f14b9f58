using System.Globalization;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>
/// All there is to say of a loss's hyperparameter; the loss's constructor, the command line and the docs read it here.
/// </summary>
/// <param name="Name">As typed: <c>delta</c> in <c>huber:delta=1.35</c>; also the constructor's argument.</param>
/// <param name="Symbol">As printed, in LaTeX.</param>
/// <param name="Default">What it is when nobody says.</param>
/// <param name="Range">What it may be.</param>
/// <param name="Meaning">One clause, with its unit if it has one.</param>
public sealed record ParameterCard(string Name, string Symbol, double Default, Domain Range, string Meaning)
{
    /// <summary>
    /// Of which power of the target's unit it is: 1 for a length such as Huber's delta, −1 for what is multiplied by a
    /// residual or a mean, 0 for a pure number such as a quantile's level.
    /// </summary>
    public int UnitPower { get; init; }

    /// <summary>Checks a value and makes it ready for every lane.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// It is out of <see cref="Range"/>; the message says all three.
    /// </exception>
    public Parameter Bind(double value)
    {
        if (!Range.Contains(value))
        {
            string found = value.ToString("R", CultureInfo.InvariantCulture);
            throw new ArgumentOutOfRangeException(Name, $"{Name} must be in {Range}, but is {found}.");
        }

        return new(Symbol, value);
    }
}
