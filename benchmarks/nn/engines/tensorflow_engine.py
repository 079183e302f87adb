"""Python TensorFlow. Arguments: task, folder, seconds a measurement, learning rate, batch, mode."""

import sys
import time

import keras
import tensorflow as tf
from exchange import show, tensors, time_into
from keras import layers as kl

task, folder, seconds, learning_rate, batch, mode = sys.argv[1:]
seconds, learning_rate, batch = float(seconds), float(learning_rate), int(batch)
in_graph = mode == "graph"
weights, x, y, asked = tensors(folder)


def dense():
    return keras.Sequential(
        [
            kl.Input((20,)),
            kl.Dense(64, "relu"),
            kl.Dense(32, "relu"),
            kl.Dense(3, "softmax"),
        ]
    )


def cnn():
    return keras.Sequential(
        [
            kl.Input((28, 28, 1)),
            kl.Conv2D(32, 3, activation="relu"),
            kl.MaxPooling2D(),
            kl.Conv2D(64, 3, activation="relu"),
            kl.MaxPooling2D(),
            kl.Flatten(),
            kl.Dense(128, "relu"),
            kl.Dense(10, "softmax"),
        ]
    )


def unet():
    def twice(y, filters):
        for _ in range(2):
            y = kl.Conv2D(filters, 3, padding="same", activation="relu")(y)
        return y

    start = kl.Input((64, 64, 1))
    level1 = twice(start, 16)
    level2 = twice(kl.MaxPooling2D()(level1), 32)
    out = twice(kl.MaxPooling2D()(level2), 64)
    for filters, skipped in ((32, level2), (16, level1)):
        larger = kl.Conv2DTranspose(filters, 2, strides=2, padding="same")(out)
        out = twice(kl.Concatenate()([larger, skipped]), filters)
    return keras.Model(start, kl.Conv2D(1, 1, activation="sigmoid")(out))


def lstm():
    return keras.Sequential([kl.Input((20, 8)), kl.LSTM(32), kl.Dense(2, "softmax")])


class Positions(kl.Layer):
    def build(self, shape):
        self.table = self.add_weight(shape=(64, shape[-1]))

    def call(self, y):
        return y + self.table


class Block(kl.Layer):
    """As our transformerBlock: the same products in the same order."""

    def build(self, shape):
        self.norm1 = kl.LayerNormalization(epsilon=1e-5)
        self.query, self.key, self.value, self.output_ = (kl.Dense(shape[-1]) for _ in range(4))
        self.norm2 = kl.LayerNormalization(epsilon=1e-5)
        self.up, self.down = kl.Dense(4 * shape[-1]), kl.Dense(shape[-1])
        for layer in (
            self.norm1,
            self.query,
            self.key,
            self.value,
            self.output_,
            self.norm2,
            self.up,
        ):
            layer.build(shape)
        self.down.build((*shape[:-1], 4 * shape[-1]))

    def call(self, y):
        steps, width = y.shape[1:]

        def heads(z):
            return tf.transpose(tf.reshape(z, (-1, steps, 4, width // 4)), (0, 2, 1, 3))

        z = self.norm1(y)
        query, key, value = heads(self.query(z)), heads(self.key(z)), heads(self.value(z))
        scores = tf.matmul(query * (width // 4) ** -0.5, key, transpose_b=True)
        later = 1 - tf.linalg.band_part(tf.ones((steps, steps)), -1, 0)
        mixed = tf.matmul(tf.nn.softmax(scores - 1e9 * later), value)
        y = y + self.output_(tf.reshape(tf.transpose(mixed, (0, 2, 1, 3)), (-1, steps, width)))
        return y + self.down(tf.nn.gelu(self.up(self.norm2(y)), approximate=True))


def gpt():
    start = kl.Input((64,), dtype="int32")
    out = Positions()(kl.Embedding(64, 128)(start))
    for _ in range(2):
        out = Block()(out)
    out = kl.LayerNormalization(epsilon=1e-5)(out)
    return keras.Model(start, kl.Dense(64, use_bias=False)(out))


losses_of = {
    "dense": keras.losses.CategoricalCrossentropy(),
    "cnn": keras.losses.CategoricalCrossentropy(),
    "unet": keras.losses.BinaryCrossentropy(),
    "lstm": keras.losses.CategoricalCrossentropy(),
    "gpt": keras.losses.CategoricalCrossentropy(from_logits=True),
}
loss_of = losses_of[task]


def fresh():
    model = {"dense": dense, "cnn": cnn, "unet": unet, "lstm": lstm, "gpt": gpt}[task]()
    model.set_weights(weights)
    return model


samples = {}
model = fresh()
model.compile(keras.optimizers.Adam(learning_rate), loss_of, run_eagerly=not in_graph)
start = time.perf_counter()
model.fit(x, y, epochs=2, batch_size=batch, verbose=0)
samples["fit"] = [(time.perf_counter() - start) * 1000]

model = fresh()
optimizer = keras.optimizers.Adam(learning_rate)
variables = model.trainable_variables
optimizer.build(variables)


def step(inputs, targets):
    with tf.GradientTape() as tape:
        loss = loss_of(targets, model(inputs, training=True))
    # Keras' Adam squares a sparse gradient token by token: dense, it does what the others do.
    gradients = map(tf.convert_to_tensor, tape.gradient(loss, variables))
    optimizer.apply_gradients(zip(gradients, variables))
    return loss


def predict(inputs):
    return model(inputs, training=False)


if in_graph:
    step, predict = tf.function(step), tf.function(predict)
one_x, one_y = tf.constant(x[:batch]), tf.constant(y[:batch])
losses = [float(step(one_x, one_y)) for _ in range(5)]
time_into(samples, "step", seconds, lambda: float(step(one_x, one_y)))
for rows in (1, 64):
    some = tf.constant(asked[:rows])
    time_into(samples, f"predict {rows}", seconds, lambda some=some: predict(some).numpy())
show(samples, losses)
