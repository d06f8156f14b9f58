using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>A loss as one puts it on a tape oneself.</summary>
/// <param name="tape">The tape to compute on.</param>
/// <param name="predictions">A network's raw predictions, on the tape.</param>
/// <param name="targets">Their targets, a constant in whatever shape the loss takes.</param>
/// <returns>One number, <c>[1]</c>.</returns>
/// <typeparam name="T">float, or double for checks.</typeparam>
public delegate Tensor<T> TapeLoss<T>(Tape<T> tape, Tensor<T> predictions, Tensor<T> targets)
    where T : unmanaged, IFloatingPointIeee754<T>;
