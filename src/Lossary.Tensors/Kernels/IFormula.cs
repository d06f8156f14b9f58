using Lossary.Numerics;

namespace Lossary.Tensors;

/// <summary>
/// What an elementwise sweep computes from two numbers; a formula of one number leaves the second alone.
/// </summary>
internal interface IFormula
{
    TLane Value<TLane>(TLane x, TLane y) where TLane : struct, ILane<TLane>;
}
