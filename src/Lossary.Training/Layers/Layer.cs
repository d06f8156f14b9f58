using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>One step of a network, from rows of some width to rows of some width.</summary>
/// <typeparam name="T">float, or double for checks.</typeparam>
public abstract class Layer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>How the layer is called in a network's table.</summary>
    public abstract string Name { get; }

    /// <summary>What training adjusts; none for a plain function.</summary>
    public virtual IReadOnlyList<NetworkParameter<T>> Parameters => [];

    /// <summary>How wide the layer's output is.</summary>
    /// <param name="inputs">The width of what it gets.</param>
    /// <exception cref="ArgumentException">The layer takes another width.</exception>
    public virtual int OutputWidth(int inputs) => inputs;

    /// <summary>Sets the parameters to what training starts from.</summary>
    /// <param name="random">Where chance comes from.</param>
    public virtual void Initialize(RandomStream random)
    {
    }

    /// <summary>Computes the layer.</summary>
    /// <param name="tape">The tape to compute on.</param>
    /// <param name="input">Shape <c>[batch, inputs]</c>.</param>
    /// <param name="noise">Where chance comes from while training; null in inference, which is without chance.</param>
    /// <returns>Shape <c>[batch, outputs]</c>.</returns>
    public abstract Tensor<T> Forward(Tape<T> tape, Tensor<T> input, RandomStream? noise);
}
