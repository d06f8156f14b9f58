using Lossary.Numerics;

namespace Lossary.Training;

/// <summary>What an optimizer does to a parameter, written once for every lane.</summary>
/// <remarks>
/// A rule is a struct that holds its numbers as <see cref="Parameter"/>s, converted before the sweep; a state that the
/// optimizer did not allocate comes in as 0 and is thrown away.
/// </remarks>
internal interface IStepRule
{
    /// <summary>The parameter after the step.</summary>
    /// <param name="value">The parameter.</param>
    /// <param name="gradient">The objective's gradient.</param>
    /// <param name="first">The first state, replaced by its next value.</param>
    /// <param name="second">The second state, likewise.</param>
    /// <param name="third">The third state, likewise.</param>
    TLane Next<TLane>(TLane value, TLane gradient, ref TLane first, ref TLane second, ref TLane third)
        where TLane : struct, ILane<TLane>;
}
