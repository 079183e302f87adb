/**
 * The ops that TensorFlow.js calls, as TensorFlow 2.16.2 defines them; written by op-definitions.py.
 * One a line: its name, `!` where it has state, the attributes that give each input's type
 * (`T*N`: N inputs of one type, `[T]`: a list of types, `-`: a fixed type), then each attribute
 * with its kind, and `=` where it has a default.
 */
export const opDefinitions = `
Abs(T) T:type
Acos(T) T:type
Acosh(T) T:type
Add(T,T) T:type
AddN(T*N) N:int T:type
AddV2(T,T) T:type
All(-,Tidx) keep_dims:bool= Tidx:type=
Any(-,Tidx) keep_dims:bool= Tidx:type=
ArgMax(T,Tidx) T:type Tidx:type= output_type:type=
ArgMin(T,Tidx) T:type Tidx:type= output_type:type=
Asin(T) T:type
Asinh(T) T:type
AssignVariableOp!(-,dtype) dtype:type validate_shape:bool=
Atan(T) T:type
Atan2(T,T) T:type
Atanh(T) T:type
AvgPool(T) ksize:list(int) strides:list(int) padding:string data_format:string= T:type
AvgPool3D(T) ksize:list(int) strides:list(int) padding:string data_format:string= T:type
AvgPool3DGrad(-,T) ksize:list(int) strides:list(int) padding:string data_format:string= T:type
AvgPoolGrad(-,T) ksize:list(int) strides:list(int) padding:string data_format:string= T:type
BatchMatMul(T,T) T:type adj_x:bool= adj_y:bool= grad_x:bool= grad_y:bool=
BatchMatMulV2(T,T) T:type adj_x:bool= adj_y:bool= grad_x:bool= grad_y:bool=
BatchToSpaceND(T,Tblock_shape,Tcrops) T:type Tblock_shape:type= Tcrops:type=
BiasAdd(T,T) T:type data_format:string=
BiasAddGrad(T) T:type data_format:string=
Bincount(-,-,T) T:type
BroadcastArgs(T,T) T:type=
BroadcastTo(T,Tidx) T:type Tidx:type=
Cast(SrcT) SrcT:type DstT:type Truncate:bool=
Ceil(T) T:type
ClipByValue(T,T,T) T:type
Complex(T,T) T:type= Tout:type=
ComplexAbs(T) T:type= Tout:type=
Concat(-,T*N) N:int T:type
ConcatV2(T*N,Tidx) N:int T:type Tidx:type=
Const() value:tensor dtype:type
Conv2D(T,T) T:type strides:list(int) use_cudnn_on_gpu:bool= padding:string explicit_paddings:list(int)= data_format:string= dilations:list(int)=
Conv2DBackpropFilter(T,-,T) T:type strides:list(int) use_cudnn_on_gpu:bool= padding:string explicit_paddings:list(int)= data_format:string= dilations:list(int)=
Conv2DBackpropInput(-,T,T) T:type strides:list(int) use_cudnn_on_gpu:bool= padding:string explicit_paddings:list(int)= data_format:string= dilations:list(int)=
Conv3D(T,T) T:type strides:list(int) padding:string data_format:string= dilations:list(int)=
Conv3DBackpropFilterV2(T,-,T) T:type strides:list(int) padding:string data_format:string= dilations:list(int)=
Conv3DBackpropInputV2(Tshape,T,T) T:type strides:list(int) padding:string data_format:string= dilations:list(int)= Tshape:type=
Cos(T) T:type
Cosh(T) T:type
CreateSummaryFileWriter!(-,-,-,-,-)
CropAndResize(T,-,-,-) T:type method:string= extrapolation_value:float=
Cumprod(T,Tidx) exclusive:bool= reverse:bool= T:type Tidx:type=
Cumsum(T,Tidx) exclusive:bool= reverse:bool= T:type Tidx:type=
DepthToSpace(T) T:type block_size:int data_format:string=
DepthwiseConv2dNative(T,T) T:type strides:list(int) padding:string explicit_paddings:list(int)= data_format:string= dilations:list(int)=
DepthwiseConv2dNativeBackpropFilter(T,-,T) T:type strides:list(int) padding:string explicit_paddings:list(int)= data_format:string= dilations:list(int)=
DepthwiseConv2dNativeBackpropInput(-,T,T) T:type strides:list(int) padding:string explicit_paddings:list(int)= data_format:string= dilations:list(int)=
Diag(T) T:type
Dilation2D(T,T) T:type strides:list(int) rates:list(int) padding:string
Dilation2DBackpropFilter(T,T,T) T:type strides:list(int) rates:list(int) padding:string
Dilation2DBackpropInput(T,T,T) T:type strides:list(int) rates:list(int) padding:string
Div(T,T) T:type
DivNoNan(T,T) T:type
Einsum(T*N) equation:string N:int T:type
Elu(T) T:type
EluGrad(T,T) T:type
Equal(T,T) T:type incompatible_shape_error:bool=
Erf(T) T:type
Exp(T) T:type
ExpandDims(T,Tdim) T:type Tdim:type=
Expm1(T) T:type
FFT(Tcomplex) Tcomplex:type=
Fill(index_type,T) T:type index_type:type=
Floor(T) T:type
FloorDiv(T,T) T:type
FloorMod(T,T) T:type
FlushSummaryWriter!(-)
FusedBatchNorm(T,T,T,T,T) T:type epsilon:float= exponential_avg_factor:float= data_format:string= is_training:bool=
GatherNd(Tparams,Tindices) Tparams:type Tindices:type
GatherV2(Tparams,Tindices,Taxis) batch_dims:int= Tparams:type Tindices:type Taxis:type
Greater(T,T) T:type
GreaterEqual(T,T) T:type
IFFT(Tcomplex) Tcomplex:type=
Identity(T) T:type
Imag(T) T:type= Tout:type=
IsFinite(T) T:type
IsInf(T) T:type
IsNan(T) T:type
LRN(T) depth_radius:int= bias:float= alpha:float= beta:float= T:type=
LRNGrad(T,T,T) depth_radius:int= bias:float= alpha:float= beta:float= T:type=
LeakyRelu(T) alpha:float= T:type=
LeakyReluGrad(T,T) alpha:float= T:type=
Less(T,T) T:type
LessEqual(T,T) T:type
LinSpace(T,T,Tidx) T:type Tidx:type=
Log(T) T:type
Log1p(T) T:type
LogicalAnd(-,-)
LogicalNot(-)
LogicalOr(-,-)
MatMul(T,T) transpose_a:bool= transpose_b:bool= T:type grad_a:bool= grad_b:bool=
Max(T,Tidx) keep_dims:bool= T:type Tidx:type=
MaxPool(T) T:type= ksize:list(int) strides:list(int) padding:string explicit_paddings:list(int)= data_format:string=
MaxPool3D(T) ksize:list(int) strides:list(int) padding:string data_format:string= T:type
MaxPool3DGrad(TInput,TInput,T) ksize:list(int) strides:list(int) padding:string data_format:string= T:type= TInput:type=
MaxPoolGrad(T,T,T) ksize:list(int) strides:list(int) padding:string explicit_paddings:list(int)= data_format:string= T:type=
Maximum(T,T) T:type
Mean(T,Tidx) keep_dims:bool= T:type Tidx:type=
Min(T,Tidx) keep_dims:bool= T:type Tidx:type=
Minimum(T,T) T:type
MirrorPad(T,Tpaddings) T:type Tpaddings:type= mode:string
Mod(T,T) T:type
Mul(T,T) T:type
Multinomial!(T,-) seed:int= seed2:int= T:type output_dtype:type=
Neg(T) T:type
NoOp()
NonMaxSuppressionV3(T,T,-,T_threshold,T_threshold) T:type= T_threshold:type=
NonMaxSuppressionV4(T,T,-,T_threshold,T_threshold) T:type= T_threshold:type= pad_to_max_output_size:bool=
NonMaxSuppressionV5(T,T,-,T,T,T) T:type= pad_to_max_output_size:bool=
NotEqual(T,T) T:type incompatible_shape_error:bool=
OneHot(TI,-,T,T) axis:int= T:type TI:type=
OnesLike(T) T:type
Pack(T*N) N:int T:type axis:int=
PadV2(T,Tpaddings,T) T:type Tpaddings:type=
Placeholder() dtype:type shape:shape=
Pow(T,T) T:type
Prod(T,Tidx) keep_dims:bool= T:type Tidx:type=
Range(Tidx,Tidx,Tidx) Tidx:type=
ReadVariableOp!(-) dtype:type
Real(T) T:type= Tout:type=
RealDiv(T,T) T:type
Reciprocal(T) T:type
Relu(T) T:type
Relu6(T) T:type
Relu6Grad(T,T) T:type
ReluGrad(T,T) T:type
Reshape(T,Tshape) T:type Tshape:type=
ResizeBilinear(T,-) T:type align_corners:bool= half_pixel_centers:bool=
ResizeBilinearGrad(-,T) T:type align_corners:bool= half_pixel_centers:bool=
ResizeNearestNeighbor(T,-) T:type align_corners:bool= half_pixel_centers:bool=
ResizeNearestNeighborGrad(T,-) T:type align_corners:bool= half_pixel_centers:bool=
ResourceApplyAdam!(-,-,-,T,T,T,T,T,T,T) T:type use_locking:bool= use_nesterov:bool=
Reverse(T,-) T:type
ReverseV2(T,Tidx) Tidx:type= T:type
Round(T) T:type
Rsqrt(T) T:type
RsqrtGrad(T,T) T:type
ScatterNd(Tindices,T,Tindices) T:type Tindices:type
Select(-,T,T) T:type
SelectV2(-,T,T) T:type
Selu(T) T:type
SeluGrad(T,T) T:type
Sigmoid(T) T:type
SigmoidGrad(T,T) T:type
Sign(T) T:type
Sin(T) T:type
Sinh(T) T:type
Slice(T,Index,Index) T:type Index:type
Softmax(T) T:type
SoftmaxCrossEntropyWithLogits(T,T) T:type
Softplus(T) T:type
SoftplusGrad(T,T) T:type
SpaceToBatchND(T,Tblock_shape,Tpaddings) T:type Tblock_shape:type= Tpaddings:type=
SparseSoftmaxCrossEntropyWithLogits(T,Tlabels) T:type Tlabels:type=
SparseToDense(Tindices,Tindices,T,T) validate_indices:bool= T:type Tindices:type
SplitV(T,Tlen,-) num_split:int T:type Tlen:type=
Sqrt(T) T:type
SqrtGrad(T,T) T:type
Square(T) T:type
SquaredDifference(T,T) T:type
StatelessMultinomial(T,-,Tseed) T:type Tseed:type= output_dtype:type=
StatelessRandomNormal(T,Tseed) dtype:type= T:type= Tseed:type=
StatelessRandomUniform(T,Tseed) dtype:type= T:type= Tseed:type=
StatelessTruncatedNormal(T,Tseed) dtype:type= T:type= Tseed:type=
StaticRegexReplace(-) pattern:string rewrite:string replace_global:bool=
StridedSlice(T,Index,Index,Index) T:type Index:type begin_mask:int= end_mask:int= ellipsis_mask:int= new_axis_mask:int= shrink_axis_mask:int=
Sub(T,T) T:type
Sum(T,Tidx) keep_dims:bool= T:type Tidx:type=
SummaryWriter!() shared_name:string= container:string=
Tan(T) T:type
Tanh(T) T:type
TanhGrad(T,T) T:type
TensorScatterUpdate(T,Tindices,T) T:type Tindices:type
Tile(T,Tmultiples) T:type Tmultiples:type=
TopK(T) k:int sorted:bool= T:type
TopKV2(T,Tk) sorted:bool= T:type Tk:type= index_type:type=
Transpose(T,Tperm) T:type Tperm:type=
Unique(T) T:type out_idx:type=
UniqueV2(T,Taxis) T:type Taxis:type= out_idx:type=
Unpack(T) num:int T:type axis:int=
UnsortedSegmentSum(T,Tindices,Tnumsegments) T:type Tindices:type Tnumsegments:type=
VarHandleOp!() container:string= shared_name:string= debug_name:string= dtype:type shape:shape allowed_devices:list(string)=
Where(T) T:type=
WriteScalarSummary!(-,-,-,T) T:type
WriteSummary!(-,-,T,-,-) T:type
ZerosLike(T) T:type
_FusedMatMul(T,T,T*num_args) transpose_a:bool= transpose_b:bool= T:type num_args:int fused_ops:list(string)= epsilon:float= leakyrelu_alpha:float=
`;
