using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>What every loss of several arrays says of its inputs.</summary>
/// <remarks>Authors implement <see cref="IFormulaLoss{TSelf}"/> or <see cref="IGraphLoss{TSelf}"/>.</remarks>
/// <typeparam name="TSelf">The loss itself.</typeparam>
public interface IArrayLoss<TSelf>
    where TSelf : struct, IArrayLoss<TSelf>
{
    /// <summary>Its inputs, in the order of its formula.</summary>
    static abstract IReadOnlyList<InputCard> Inputs { get; }

    /// <summary>Changes a drawn example where its cards do not say all that its inputs owe: an order, a sum.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="inputs">Inputs drawn by their cards.</param>
    /// <param name="random">Where more numbers come from.</param>
    static virtual void Arrange(TSelf loss, LossInputs<double> inputs, RandomStream random)
    {
    }
}

/// <summary>A loss of several arrays.</summary>
public interface IArrayLoss : ILoss
{
    /// <summary>Its inputs.</summary>
    IReadOnlyList<InputCard> Inputs { get; }

    /// <summary>The sum and its denominator; overwrites the gradients of those inputs that are variables.</summary>
    /// <param name="inputs">Every input that is not optional, by its name; what to weigh and how to reduce.</param>
    /// <exception cref="ArgumentException">
    /// An input is missing or unknown, or a shape or a number is not what its card says.
    /// </exception>
    Totals Evaluate(LossInputs<float> inputs);

    /// <inheritdoc cref="Evaluate(LossInputs{float})"/>
    Totals Evaluate(LossInputs<double> inputs);

    /// <summary>
    /// The loss as part of a graph: the terms whose weighted mean it is, differentiable like all on the tape.
    /// </summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="inputs">Every input that is not optional, by its name.</param>
    /// <exception cref="ArgumentException">
    /// An input is missing or unknown, or a shape or a number is not what its card says.
    /// </exception>
    LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>;

    /// <summary>
    /// The second derivatives of the terms' sum by each number of one input, the diagonal of its Hessian:
    /// <see cref="LossTraits.SecondOrder"/> says of what kind. The terms weigh what the loss itself makes them weigh.
    /// </summary>
    /// <remarks>
    /// A loss that is one formula for each sample costs one pass over them for each number of a sample. Any other costs
    /// a walk backward for each number of the input: that is for small inputs.
    /// </remarks>
    /// <param name="inputs">
    /// Every input that is not optional, by its name; weights, mask and reduction do not matter.
    /// </param>
    /// <param name="name">An input that the loss is differentiated by.</param>
    /// <param name="curvature">Overwritten; as long as that input.</param>
    /// <returns>False where the loss cannot be differentiated twice: nothing is written then.</returns>
    /// <exception cref="ArgumentException">
    /// An input is missing, unknown or not what its card says, or <paramref name="curvature"/> has another length.
    /// </exception>
    bool TryCurvature<T>(LossInputs<T> inputs, string name, Span<T> curvature)
        where T : unmanaged, IFloatingPointIeee754<T>;

    /// <summary>Inputs that it takes, drawn at random: for examples, plots and laws.</summary>
    /// <param name="random">Where the numbers come from.</param>
    /// <param name="rows">How many samples: what <c>n</c> stands for.</param>
    /// <returns>Inputs whose differentiable ones are variables.</returns>
    LossInputs<double> Example(RandomStream random, int rows);
}
