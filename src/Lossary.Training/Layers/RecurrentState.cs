using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>
/// What a recurrent layer starts from, and then what it ended with: to read long sequences in pieces.
/// </summary>
/// <remarks>
/// One entry for each layer and direction, from the lowest layer, its forward direction first; null stands for zeros.
/// What a layer leaves here belongs to the tape: copy it to keep it over a reset.
/// </remarks>
/// <typeparam name="T">float or double.</typeparam>
public sealed class RecurrentState<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    internal RecurrentState(int count)
    {
        States = new Tensor<T>?[count];
        Cells = new Tensor<T>?[count];
    }

    /// <summary>The states, each <c>[batch, hidden]</c>.</summary>
    public IList<Tensor<T>?> States { get; }

    /// <summary>The cells of an LSTM, each <c>[batch, hidden]</c>; unused by the others.</summary>
    public IList<Tensor<T>?> Cells { get; }
}
