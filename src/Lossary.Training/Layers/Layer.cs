using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>One step of a network, from samples of some shape to samples of some shape.</summary>
/// <remarks>
/// A layer is one file: its name, its parameters, the shape that it makes, what training starts from, and the way
/// forward. The way back follows from the tape.
/// </remarks>
/// <typeparam name="T">float, or double for checks.</typeparam>
public abstract class Layer<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>How the layer is called in a network's table.</summary>
    public abstract string Name { get; }

    /// <summary>What training adjusts, without that of inner layers; none for a plain function.</summary>
    public virtual IReadOnlyList<NetworkParameter<T>> Parameters => [];

    /// <summary>
    /// What the layer learns by itself, without that of inner layers: kept and restored with the parameters, but left
    /// alone by optimizers. Such as a running mean.
    /// </summary>
    public virtual IReadOnlyList<NetworkParameter<T>> Buffers => [];

    /// <summary>The layers that this one is made of; none for most.</summary>
    public virtual IReadOnlyList<Layer<T>> Inner => [];

    /// <summary>True where the inner layers run one after the other, from this layer's input on.</summary>
    public virtual bool IsChain => false;

    /// <summary>The shape that the layer makes of one sample.</summary>
    /// <param name="input">The shape of one sample, without the batch's axis.</param>
    /// <exception cref="ArgumentException">The layer takes other shapes.</exception>
    public virtual Shape OutputShape(Shape input) => input;

    /// <summary>Sets the layer's own parameters and buffers to what training starts from.</summary>
    /// <param name="random">Where chance comes from.</param>
    public virtual void Initialize(RandomStream random)
    {
    }

    /// <summary>Computes the layer.</summary>
    /// <param name="pass">The tape to compute on, and what is known about the batch.</param>
    /// <param name="input">A batch of samples, <c>[batch, …]</c>.</param>
    /// <returns>A batch of samples in the layer's output shape.</returns>
    public abstract Tensor<T> Forward(in ForwardPass<T> pass, Tensor<T> input);
}
