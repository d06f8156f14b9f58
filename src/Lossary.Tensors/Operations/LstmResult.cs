using System.Numerics;

namespace Lossary.Tensors;

/// <summary>What an LSTM gives.</summary>
/// <typeparam name="T">float or double.</typeparam>
/// <param name="States">The state after each step, <c>[batch, time, hidden]</c>; 0 where a sequence has ended.</param>
/// <param name="FinalCell">Each sequence's cell after its last step, <c>[batch, hidden]</c>.</param>
public readonly record struct LstmResult<T>(Tensor<T> States, Tensor<T> FinalCell)
    where T : unmanaged, IFloatingPointIeee754<T>;
