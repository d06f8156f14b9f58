using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>Hands a loss struct of several arrays to those who do not know its type.</summary>
internal sealed class NamedArrayLoss<TLoss, TTerms>(TLoss loss, LossCard card, LossTraits traits, string name)
    : IArrayLoss, IReading
    where TLoss : struct, IArrayLoss<TLoss>
    where TTerms : struct, ITermsOf<TLoss>
{
    /// <inheritdoc/>
    public LossCard Card => card;

    /// <inheritdoc/>
    public LossTraits Traits => traits;

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public IReadOnlyList<InputCard> Inputs => TLoss.Inputs;

    /// <inheritdoc/>
    public Totals Evaluate(LossInputs<float> inputs) => ArrayEvaluation.Run<TLoss, TTerms, float>(loss, inputs);

    /// <inheritdoc/>
    public Totals Evaluate(LossInputs<double> inputs) => ArrayEvaluation.Run<TLoss, TTerms, double>(loss, inputs);

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> => ArrayEvaluation.Terms<TLoss, TTerms, T>(loss, tape, inputs);

    /// <inheritdoc/>
    public bool TryCurvature<T>(LossInputs<T> inputs, string name, Span<T> curvature)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        ArrayEvaluation.TryCurvature<TLoss, TTerms, T>(loss, inputs, name, curvature);

    /// <inheritdoc/>
    public bool HasFormula => loss is ISampleFormula;

    /// <inheritdoc/>
    public TLane Read<TLane>(ReadOnlySpan<TLane> numbers)
        where TLane : struct, ILane<TLane> => ((ISampleFormula)loss).Value(numbers);

    /// <inheritdoc/>
    public LossInputs<double> Example(RandomStream random, int rows)
    {
        LossInputs<double> inputs = InputExamples.Draw(TLoss.Inputs, random, rows);
        TLoss.Arrange(loss, inputs, random.Split("arrange"));
        return inputs;
    }
}
