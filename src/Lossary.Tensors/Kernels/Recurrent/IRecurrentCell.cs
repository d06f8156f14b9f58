using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>What happens to one sequence's state in one step, once its products are there; one lane of units.</summary>
/// <remarks>
/// The sums come in blocks, one for each gate, as the weights' columns do. A cell whose last gate treats what comes
/// from the state apart from what comes from the input has one block more than gates: the part from the state.
/// </remarks>
internal interface IRecurrentCell
{
    /// <summary>How many gates the weights' columns hold.</summary>
    static abstract int Gates { get; }

    /// <summary>How many blocks of sums there are; as many as gates, or one more.</summary>
    static abstract int Blocks { get; }

    /// <summary>True where a cell is carried beside the state.</summary>
    static abstract bool HasCell { get; }

    /// <summary>The next state.</summary>
    /// <param name="state">The state.</param>
    /// <param name="cell">The cell, replaced by the next.</param>
    /// <param name="a">The first block's sums, replaced by what the way back needs; so are the others.</param>
    /// <param name="b">The second block's.</param>
    /// <param name="c">The third block's.</param>
    /// <param name="d">The fourth block's.</param>
    static abstract TLane Step<TLane>(
        TLane state, ref TLane cell, ref TLane a, ref TLane b, ref TLane c, ref TLane d)
        where TLane : struct, ILane<TLane>;

    /// <summary>The gradient that reaches the former state not through the sums.</summary>
    /// <param name="state">The former state.</param>
    /// <param name="cell">The former cell.</param>
    /// <param name="nextCell">The next cell.</param>
    /// <param name="gradient">With respect to the next state.</param>
    /// <param name="cellGradient">With respect to the next cell, replaced by that to the former.</param>
    /// <param name="a">
    /// What the step left, replaced by the gradient of the first block's sums; so are the others.
    /// </param>
    /// <param name="b">The second block's.</param>
    /// <param name="c">The third block's.</param>
    /// <param name="d">The fourth block's.</param>
    static abstract TLane StepBack<TLane>(
        TLane state, TLane cell, TLane nextCell, TLane gradient, ref TLane cellGradient,
        ref TLane a, ref TLane b, ref TLane c, ref TLane d)
        where TLane : struct, ILane<TLane>;
}
